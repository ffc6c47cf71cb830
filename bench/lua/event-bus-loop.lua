-- lua event-bus-loop.lua <file of a bus> <publishes>: prints the seconds that the publishes took and the bytes that they left.
local bus = dofile(arg[1]).bus
local publishes = tonumber(arg[2])

local sum = 0
for _ = 1, 5 do
    bus:Subscribe("BOSS_KILL", function(event)
        local data = event.data
        sum = sum + data.creature_entry + data.map_id + (data.raid_boss and 1 or 0)
    end)
end

local events = {}
for i = 1, 1000 do
    events[i] = { type = "BOSS_KILL", player = i, data = { creature_entry = i, map_id = 533, raid_boss = true } }
end
for i = 1, 1000 do bus:Publish(events[i]) end

collectgarbage("collect")
collectgarbage("stop")
local before = collectgarbage("count")
local started = os.clock()
for i = 1, publishes do bus:Publish(events[i % 1000 + 1]) end
local seconds = os.clock() - started
local bytes = (collectgarbage("count") - before) * 1024
print(string.format("%.6f %.0f %.0f", seconds, bytes, sum))
