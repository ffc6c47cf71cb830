-- lua method-calls-loop.lua <bundle of the realm> <calls>: prints a line for each method, with its name, the seconds that the calls
-- took and the bytes that they left.
local driver = dofile("bench/lua/bare-engine.lua")(arg[1])
local calls = tonumber(arg[2])
local PLAYERS = 100
local rounds = calls / PLAYERS

driver.createPlayers(PLAYERS)
for guid = 1, PLAYERS do driver.login(guid) end
for guid = 1, PLAYERS do DC.PlayerProfile:AddCurrency(guid, 2, 10, "bench") end
driver.settle()

local Empty = {}
Empty.__index = Empty
function Empty:GetBonusMultiplier(_, _, _) return 1 end
function Empty:GetCurrency(_, _) return 1 end
local empty = setmetatable({}, Empty)

local function measure(name, body)
    body(20)
    collectgarbage("collect")
    collectgarbage("stop")
    local before = collectgarbage("count")
    local started = os.clock()
    local sum = body(rounds)
    local seconds = os.clock() - started
    local bytes = (collectgarbage("count") - before) * 1024
    collectgarbage("restart")
    print(string.format("%s %.6f %.0f %.0f", name, seconds, bytes, sum))
end

-- Every second one acts on what is asked for, the others on a system of their own: a server's table is of both kinds.
local function loadSynergies(count)
    local rows = {}
    for id = 1, count do
        rows[id] = {
            synergy_id = id,
            synergy_name = "Synergy " .. id,
            source_system = "prestige",
            source_condition = '{"prestige_level": {"gte": 0}}',
            target_system = id % 2 == 1 and "itemupgrade" or "system" .. id,
            target_effect = '{"cost_reduction_percent": 1}',
            enabled = true,
        }
    end
    local complaints = DC.Synergy:Load(rows)
    assert(#complaints == 0, complaints[1] and complaints[1].reason)
end

-- One body for each method: a loop that LuaJIT compiled for one object would be the wrong one for another.
local function emptyBonus(times)
    local sum = 0
    for _ = 1, times do
        for guid = 1, PLAYERS do
            sum = sum + empty:GetBonusMultiplier(guid, "itemupgrade", "cost_reduction_percent")
        end
    end
    return sum
end

-- A string, because two functions that are written once are one loop to LuaJIT.
local BONUS = [[
local players, manager = ...
return function(times)
    local sum = 0
    for _ = 1, times do
        for guid = 1, players do
            sum = sum + manager:GetBonusMultiplier(guid, "itemupgrade", "cost_reduction_percent")
        end
    end
    return sum
end]]

local function measureBonus(name)
    measure(name, (loadstring or load)(BONUS)(PLAYERS, DC.Synergy))
end

local function emptyCurrency(times)
    local sum = 0
    for _ = 1, times do
        for guid = 1, PLAYERS do sum = sum + empty:GetCurrency(guid, 2) end
    end
    return sum
end

local function currency(times)
    local sum, manager = 0, DC.PlayerProfile
    for _ = 1, times do
        for guid = 1, PLAYERS do sum = sum + manager:GetCurrency(guid, 2) end
    end
    return sum
end

measure("emptyBonus", emptyBonus)
loadSynergies(5)
measureBonus("bonusOf5")
loadSynergies(500)
measureBonus("bonusOf500")
measure("emptyCurrency", emptyCurrency)
measure("currency", currency)
