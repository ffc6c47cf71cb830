-- The engine, AIO and database of the bench: they answer what the realm script cannot do without, at next to no cost, so that
-- what is measured is the script. `dofile` gives a function that starts a realm from a bundle and returns its driver.
local LOGIN_HOOK, UPDATE_HOOK, OPEN_HOOK = 3, 13, 33
local BOOT = "1"

local players, playerHooks, serverHooks = {}, {}, {}
local lastJournal, helloHandler = "", nil

DC_INTEGRATION_VERSION = "bench"

function GetLuaEngine() return "ALEEngine" end
function GetCoreName() return "AzerothCore" end
function GetStateMapId() return -1 end
function IsCompatibilityMode() return true end
function GetRealmID() return 1 end
function GetPlayersInWorld() return {} end
function GetPlayerGUID(guid) return guid end
function GetPlayerByGUID(guid) return players[guid] end
function GetPlayerByName() end
function GetQuest() end
function PrintInfo() end
function PrintError(text) error(text, 0) end

local function register(hooks, hook, handler)
    hooks[hook] = hooks[hook] or {}
    table.insert(hooks[hook], handler)
    return function() end
end

function RegisterPlayerEvent(hook, handler) return register(playerHooks, hook, handler) end
function RegisterServerEvent(hook, handler) return register(serverHooks, hook, handler) end

local message = {}
function message:Add() return self end
function message:Send() return self end

AIO = {
    Msg = function() return message end,
    RegisterEvent = function(_, handler) helloHandler = handler end,
}

-- The journal's statements are the only ones that begin with an I.
function CharDBExecute(sql)
    if string.byte(sql) == 73 then lastJournal = sql end
end

-- The bridge of the bench is quick: it has applied whatever it was sent.
local function lastSequence()
    return string.match(lastJournal, ".*%(%d+,(%d+),") or "0"
end

local ANSWERS = {
    { "^SELECT CAST%(COUNT%(%*%) AS CHAR%) FROM information_schema", function() return { "1" } end },
    { "^SELECT CAST%(COALESCE%(MAX%(version%)", function() return { "1000000" } end },
    { "^SELECT CAST%(boot_id AS CHAR%)", function() return { BOOT } end },
    { "^SELECT CAST%(b%.acknowledged", function() return { lastSequence() } end },
    { "^SELECT '' AS kind", function() return { "", lastSequence(), "0", "", "0" } end },
    -- A player of whom the tables hold nothing yet.
    { "^SELECT 1 AS part", function() return { "1", lastSequence(), "0", "" } end },
}

local query = {}
function query:GetString(column) return self.row[column + 1] end
function query:NextRow() return false end
query.__index = query

function CharDBQuery(sql)
    for _, answer in ipairs(ANSWERS) do
        if string.find(sql, answer[1]) then return setmetatable({ row = answer[2]() }, query) end
    end
end

local function fire(hooks, hook, ...)
    for _, handler in ipairs(hooks[hook] or {}) do handler(hook, ...) end
end

local driver = {}

-- A turn of the world.
function driver.tick(milliseconds) fire(serverHooks, UPDATE_HOOK, milliseconds) end

-- The engine's side of a player, who is not online yet.
function driver.createPlayer(guid)
    players[guid] = {
        GetGUIDLow = function() return guid end,
        GetAccountId = function() return guid end,
    }
end

-- The same for the players 1 to `count`.
function driver.createPlayers(count)
    for guid = 1, count do driver.createPlayer(guid) end
end

-- Logs in a player whom `createPlayer` made, with an addon that says hello.
function driver.login(guid)
    fire(playerHooks, LOGIN_HOOK, players[guid])
    helloHandler(players[guid], "bench", 1, { epoch = 0, profile = 0, currencies = 0, unlocks = 0, weekly = 0, currencyInfo = 0 })
end

-- Lets everything be written and acknowledged: a poll of the outbox lies a quarter of a second after the last.
function driver.settle()
    for _ = 1, 10 do driver.tick(100) end
end

-- How many operations the realm has handed over.
function driver.acknowledged() return tonumber(lastSequence()) end

return function(bundle)
    dofile(bundle)
    fire(serverHooks, OPEN_HOOK)
    return driver
end
