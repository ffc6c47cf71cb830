-- lua built-events-loop.lua <file of a bus> <publishes> [Get]: prints the seconds that it took to build and publish the events, with
-- what the collector took in between, as publish-loop.cpp does. With the third word the subscribers read by event:Get.
local bus = dofile(arg[1]).bus
local publishes = tonumber(arg[2])
local byGet = arg[3] == "Get"

local sum = 0
for _ = 1, 5 do
    bus:Subscribe("BOSS_KILL", byGet and function(event)
        sum = sum + event:Get("creature_entry", 0) + event:Get("map_id", 0) + (event:Get("raid_boss", false) and 1 or 0)
    end or function(event)
        local data = event.data
        sum = sum + data.creature_entry + data.map_id + (data.raid_boss and 1 or 0)
    end)
end

local function publish(count)
    for i = 1, count do
        bus:Publish({
            type = "BOSS_KILL",
            player = i,
            data = { creature_entry = i % 1000, map_id = 533, raid_boss = true },
        })
    end
end

publish(1000)
local started = os.clock()
publish(publishes)
print(string.format("%.6f %.0f", os.clock() - started, sum))
