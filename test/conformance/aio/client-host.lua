-- The smallest 3.3.5a client that AIO_Client loads in. Arguments: this folder, then the library's files in load order.
-- Global `host` is what requests use. Everything that a client lacks is taken away before the library loads.

local session = dofile(arg[1] .. "/session.lua")
local files = { select(2, unpack(arg)) }
local open, run = io.open, session.run

host = { hex = session.hex, unhex = session.unhex, describe = session.describe }
host.sent = {}
host.printed = {}
host.frames = {}
host.reloads = 0

os, io, debug, package, require, module, loadfile, dofile, arg = nil, nil, nil, nil, nil, nil, nil, nil, nil

-- A frame keeps its scripts and events and takes any other widget call.
local widget = {}
function widget.SetScript(frame, name, handler)
  frame.scripts[name] = handler
end
function widget.GetScript(frame, name)
  return frame.scripts[name]
end
function widget.RegisterEvent(frame, event)
  frame.events[event] = true
end
function widget.UnregisterEvent(frame, event)
  frame.events[event] = nil
end
function widget.Show(frame)
  frame.shown = true
end
function widget.Hide(frame)
  frame.shown = false
end
function widget.IsShown(frame)
  return frame.shown
end
local meta = {
  __index = function(_, name)
    return widget[name] or type(name) == "string" and name:match("^%u") and function() end or nil
  end,
}
function CreateFrame(kind, name)
  local frame = setmetatable({ kind = kind, scripts = {}, events = {}, shown = true }, meta)
  host.frames[#host.frames + 1] = frame
  if name then
    _G[name] = frame
  end
  return frame
end

UIParent = CreateFrame("Frame", "UIParent")
SlashCmdList = {}
local clock = 100
function GetTime()
  return clock
end
function UnitName()
  return "Arthas"
end
function SendAddonMessage(prefix, text, channel, target)
  assert(channel == "WHISPER" and target == "Arthas", "AIO whispers to oneself")
  assert(#prefix + #text <= 254, "the client refuses more than 254 bytes of prefix and text")
  host.sent[#host.sent + 1] = { prefix = prefix, text = text }
end
function message() end
function GetBuildInfo()
  return "3.3.5", "12340", "Jun 24 2010", 30300
end
function InCombatLockdown()
  return nil
end
function ReloadUI()
  host.reloads = host.reloads + 1
end
function print(...)
  local parts = { ... }
  for i = 1, select("#", ...) do
    parts[i] = tostring(parts[i])
  end
  host.printed[#host.printed + 1] = table.concat(parts, " ")
end
DEFAULT_CHAT_FRAME = {
  AddMessage = function(_, text)
    print(text)
  end,
}
for name, f in pairs(string) do
  _G["str" .. name] = f
end
format, gsub, gmatch, floor = string.format, string.gsub, string.gmatch, math.floor
tinsert, tremove, wipe = table.insert, table.remove, function(t)
  for key in pairs(t) do
    t[key] = nil
  end
  return t
end
strsplit = function(separator, text)
  local parts = {}
  for part in (text .. separator):gmatch("(.-)%" .. separator) do
    parts[#parts + 1] = part
  end
  return unpack(parts)
end

function host.event(event, ...)
  for _, frame in ipairs(host.frames) do
    if frame.events[event] and frame.scripts.OnEvent then
      frame.scripts.OnEvent(frame, event, ...)
    end
  end
end
-- Lets time pass in steps of a tenth of a second, as OnUpdate sees it.
function host.elapse(seconds)
  for _ = 1, math.floor(seconds * 10 + 0.5) do
    clock = clock + 0.1
    for _, frame in ipairs(host.frames) do
      if frame.shown and frame.scripts.OnUpdate then
        frame.scripts.OnUpdate(frame, 0.1)
      end
    end
  end
end
function host.receive(text, sender)
  host.event("CHAT_MSG_ADDON", "SAIO", text, "WHISPER", sender or "Arthas")
end
-- The frames sent since the last call, "prefix hex" a line.
function host.take()
  local lines = {}
  for i, frame in ipairs(host.sent) do
    lines[i] = frame.prefix .. " " .. host.hex(frame.text)
  end
  host.sent = {}
  return table.concat(lines, "\n")
end
function host.load()
  for _, path in ipairs(files) do
    local file = assert(open(path, "rb"))
    -- The client skips the mark that some editors put before UTF-8 text; Lua does not.
    local source = file:read("*a"):gsub("^\239\187\191", "")
    file:close()
    assert(loadstring(source, "@" .. path))("AIO_Client", {})
  end
  -- The client reads SavedVariables between an addon's files and its ADDON_LOADED.
  if host.before_loaded then
    host.before_loaded()
  end
  host.event("ADDON_LOADED", "AIO_Client")
end

run()
