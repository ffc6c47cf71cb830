-- lua player-memory.lua <bundle of the realm>: prints the bytes that the realm keeps of one online player, who has a value in each
-- field of the profile, three currencies and five unlocks, with everything written, acknowledged and sent.
local driver = dofile("bench/lua/bare-engine.lua")(arg[1])
local PLAYERS = 1000
local UNLOCKS = { "title", "title", "mount", "mount", "cosmetic" }
-- Milliseconds of a tick that polls for what is acknowledged.
local POLL = 250

driver.createPlayers(PLAYERS)

-- The history is the same for one player as for thousands.
local function memory()
    DC.EventBus:ClearHistory()
    collectgarbage("collect")
    collectgarbage("collect")
    return collectgarbage("count") * 1024
end

local function fillProfile(guid)
    local profile = DC.PlayerProfile:GetProfile(guid)
    for name, value in pairs(profile) do
        if value == false then profile[name] = true end
        if value == 0 then profile[name] = 1 end
    end
    DC.PlayerProfile:SaveProfile(profile)
end

local before = memory()
-- A tick for each player, as players come one by one: a queue of everybody's operations at once would be measured with them.
for guid = 1, PLAYERS do
    driver.login(guid)
    fillProfile(guid)
    for currency = 1, 3 do DC.PlayerProfile:AddCurrency(guid, currency, 100, "bench") end
    for index, kind in ipairs(UNLOCKS) do DC.PlayerProfile:GrantUnlock(guid, kind, 1000 + index, "bench") end
    driver.tick(POLL)
end
driver.settle()
print(string.format("%.0f", (memory() - before) / PLAYERS))
