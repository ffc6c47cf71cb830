-- lua world-tick-loop.lua <bundle of the realm> <ticks>: prints the seconds that the ticks took, the events in them, and the
-- operations of one event. In each tick every player completes a Mythic+ run, which changes four: rating, season experience,
-- upgrade tokens, and the tokens ever earned.
local driver = dofile("bench/lua/bare-engine.lua")(arg[1])
local ticks = tonumber(arg[2])
local PLAYERS = 1000
local TICK = 50

driver.createPlayers(PLAYERS)
for guid = 1, PLAYERS do driver.login(guid) end
-- Nobody has a higher key or a season level to gain, so that each event does the same.
for guid = 1, PLAYERS do
    DC.PlayerProfile:SetStat(guid, "highest_key_completed", 30)
    DC.PlayerProfile:SetStat(guid, "season_pass_level", 100)
end
driver.settle()

local function tick()
    for guid = 1, PLAYERS do
        DC.Emit.MythicRunComplete(guid, { dungeon_id = 574, level = 15, in_time = true, rating_gained = 20 })
    end
    driver.tick(TICK)
end

local sequence = driver.acknowledged()
tick()
driver.settle()
local changes = (driver.acknowledged() - sequence) / PLAYERS

collectgarbage("collect")
local started = os.clock()
for _ = 1, ticks do tick() end
print(string.format("%.6f %d %g", os.clock() - started, ticks * PLAYERS, changes))
