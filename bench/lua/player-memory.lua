-- lua player-memory.lua <bundle of the realm>: prints the bytes that the realm keeps of one online player, who has a value in each
-- field of the profile, three currencies and five unlocks, and has been asked for each of the document's bonuses, with everything
-- written, acknowledged and sent.
local driver = dofile("bench/lua/bare-engine.lua")(arg[1])
local PLAYERS = 1000
-- Characters who are online are scattered over all that there are.
local SPACING = 37
local UNLOCKS = { "title", "title", "mount", "mount", "cosmetic" }
-- The document's five synergies.
local SYNERGIES = {
    { "prestige", '{"prestige_level": {"gte": 10}}', "itemupgrade", "cost_reduction_percent", 10 },
    { "mythicplus", '{"key_level": {"gte": 15}}', "hotspots", "xp_bonus_percent", 25 },
    { "seasons", '{"pass_level": {"gte": 50}}', "aoeloot", "drop_rate_bonus_percent", 15 },
    { "prestige", '{"prestige_level": {"gte": 5}}', "mythicplus", "rating_bonus_percent", 5 },
    { "mythicplus", '{"key_level": {"gte": 20}}', "prestige", "xp_multiplier", 1.5 },
}
-- Milliseconds of a tick that polls for what is acknowledged.
local POLL = 250

for index = 1, PLAYERS do driver.createPlayer(index * SPACING) end

local rows = {}
for id, synergy in ipairs(SYNERGIES) do
    rows[id] = {
        synergy_id = id,
        synergy_name = "Synergy " .. id,
        source_system = synergy[1],
        source_condition = synergy[2],
        target_system = synergy[3],
        target_effect = string.format('{"%s": %s}', synergy[4], synergy[5]),
        enabled = true,
    }
end
assert(#DC.Synergy:Load(rows) == 0)

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
for player = 1, PLAYERS do
    local guid = player * SPACING
    driver.login(guid)
    fillProfile(guid)
    for currency = 1, 3 do DC.PlayerProfile:AddCurrency(guid, currency, 100, "bench") end
    for index, kind in ipairs(UNLOCKS) do DC.PlayerProfile:GrantUnlock(guid, kind, 1000 + index, "bench") end
    for _, synergy in ipairs(SYNERGIES) do DC.Synergy:GetBonusMultiplier(guid, synergy[3], synergy[4]) end
    driver.tick(POLL)
end
driver.settle()
print(string.format("%.0f", (memory() - before) / PLAYERS))
