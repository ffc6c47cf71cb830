-- The smallest engine that AIO_Server loads in. Arguments: this folder, package.path for the library, its entry file.
-- Global `host` is what requests use.

local folder, path, entry = arg[1], arg[2], arg[3]
local session = dofile(folder .. "/session.lua")
package.path = path

host = { hex = session.hex, unhex = session.unhex, describe = session.describe }
host.clock = 1000000
host.sent = {}
host.printed = {}
host.players = {}
local hooks = { server = {}, player = {} }
host.hooks = hooks
host.timers = {}

-- Engines hand out userdata; AIO and scripts may tell it from a table. Only 5.1 and LuaJIT can make an empty one.
local function userdata(methods)
  local object = newproxy and newproxy() or io.tmpfile()
  debug.setmetatable(object, {
    __index = methods,
    __tostring = function()
      return "Player " .. methods.name
    end,
  })
  return object
end

function host.player(name, low)
  local methods = { name = name }
  function methods.GetName()
    return name
  end
  function methods.GetGUIDLow()
    return low
  end
  function methods.SendBroadcastMessage(_, text)
    host.printed[#host.printed + 1] = text
  end
  function methods.SendAddonMessage(_, prefix, text, channel, receiver)
    assert(channel == 7 and receiver:GetGUIDLow() == low, "AIO whispers each player to himself")
    host.sent[#host.sent + 1] = { name = name, prefix = prefix, text = text }
  end
  local player = userdata(methods)
  host.players[name] = player
  return player
end

local function register(list)
  return function(event, handler)
    list[event] = list[event] or {}
    table.insert(list[event], handler)
  end
end
RegisterServerEvent = register(hooks.server)
RegisterPlayerEvent = register(hooks.player)

local function fire(list, event, ...)
  for _, handler in ipairs(list[event] or {}) do
    handler(event, ...)
  end
end
function host.player_event(event, ...)
  fire(hooks.player, event, ...)
end
-- A frame that a client sent: hook 30 of the server events, an addon message whispered to oneself.
function host.receive(player, text, target, prefix)
  fire(hooks.server, 30, player, 7, prefix or "CAIO", text, target or player)
end

-- The frames sent since the last call, "name prefix hex" a line.
function host.take()
  local lines = {}
  for i, frame in ipairs(host.sent) do
    lines[i] = frame.name .. " " .. frame.prefix .. " " .. session.hex(frame.text)
  end
  host.sent = {}
  return table.concat(lines, "\n")
end

function CreateLuaEvent(handler, delay, repeats)
  host.timers[#host.timers + 1] = { handler = handler, delay = delay, repeats = repeats }
  return #host.timers
end
function GetPlayersInWorld()
  local list = {}
  for _, player in pairs(host.players) do
    list[#list + 1] = player
  end
  return list
end
local stateMapId = tonumber(arg[4] or "-1")
function GetStateMapId()
  return stateMapId
end
function GetLuaEngine()
  return "ALEEngine"
end
function os.time()
  return host.clock
end
function print(...)
  local parts = { ... }
  for i = 1, select("#", ...) do
    parts[i] = tostring(parts[i])
  end
  host.printed[#host.printed + 1] = table.concat(parts, " ")
end
PrintInfo, PrintError = print, print

host.player("Arthas", 7)
host.load = function()
  dofile(entry)
end
session.run()
