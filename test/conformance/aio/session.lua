-- What both hosts share: a loop that runs the Lua text it is sent and answers with its result, all as hex,
-- because frames hold every byte but NUL. One request a line: the hex of a Lua chunk. One answer a line:
-- "ok" or "error", a blank, the hex of the result as text.

local session = {}
local io, tonumber, tostring, type, pcall, pairs = io, tonumber, tostring, type, pcall, pairs
local format, gsub, byte, char = string.format, string.gsub, string.byte, string.char
local concat, sort = table.concat, table.sort
local compile = loadstring or load

function session.hex(bytes)
  return (gsub(bytes, ".", function(c)
    return format("%02x", byte(c))
  end))
end

function session.unhex(text)
  return (gsub(text, "%x%x", function(pair)
    return char(tonumber(pair, 16))
  end))
end

-- A string that is equal for equal values, whatever order the tables were filled in. The two zeros are equal.
function session.describe(value)
  local kind = type(value)
  if kind == "string" then
    return "s" .. session.hex(value)
  elseif kind == "number" then
    return value ~= value and "nan" or value == 0 and "0" or format("%.17g", value)
  elseif kind ~= "table" then
    return tostring(value)
  end
  local items = {}
  for key, item in pairs(value) do
    items[#items + 1] = session.describe(key) .. "=" .. session.describe(item)
  end
  sort(items)
  return "{" .. concat(items, ",") .. "}"
end

function session.run()
  local input, output = io.stdin, io.stdout
  for line in input:lines() do
    local chunk, problem = compile(session.unhex(line))
    local ok, result = false, problem
    if chunk then
      ok, result = pcall(chunk)
    end
    output:write(ok and "ok " or "error ", session.hex(tostring(result)), "\n")
    output:flush()
  end
end

return session
