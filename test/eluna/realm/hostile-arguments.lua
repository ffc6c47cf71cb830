-- Calls every public function with wrong arguments, as another script of the server would. Gives back what was tried, and a line for
-- each call that failed without blaming this script's line, or that failed and changed something all the same.
local SEED, ROUNDS, DEAD = ...
local unpack = unpack or table.unpack

-- The same numbers on every Lua (Park and Miller, 1988).
local state = SEED
local function random(limit)
    state = state * 16807 % 2147483647
    return state % limit + 1
end

local NOTHING = {}
local WRONG = {
    NOTHING, false, true, -1, 0, -0.0, 1.5, 0 / 0, 1 / 0, -1 / 0, 2 ^ 53, 2 ^ 63, 4294967296, 255, "", "x", "7", "mythic_rating",
    "'; DROP TABLE dc_boot; --", string.rep("x", 300), "a\\'\0b", "\255\254", "%s %d ?", {}, { 1, 2 }, { type = {} },
    setmetatable({}, { __tostring = function() error("no text") end }),
    function() end, print, coroutine.create(function() end), DEAD,
}

-- The place of a value that is made anew for each call.
local function made(make) return setmetatable({ make = make }, { kind = "made" }) end
local function valueOf(value)
    local kind = type(value) == "table" and getmetatable(value)
    if type(kind) == "table" and kind.kind == "made" then return value.make() end
    if value == NOTHING then return nil end
    return value
end

local GUID, STAT, CURRENCY, SOURCE = 7, "mythic_rating", 2, "spec"
local names = 0
local function newName()
    names = names + 1
    return "name" .. names
end
local handler = made(function() return function() end end)

-- What a right call of each function takes.
local CALLS = {
    PlayerProfile = {
        GetProfile = { GUID },
        GetOrCreateProfile = { GUID, 3 },
        SaveProfile = { made(function() return DC.PlayerProfile:GetProfile(GUID) end) },
        DeleteProfile = { 8 },
        IncrementStat = { GUID, STAT, 1, SOURCE },
        SetStat = { GUID, STAT, 1, SOURCE },
        GetStat = { GUID, STAT },
        AddCurrency = { GUID, CURRENCY, 5, SOURCE, made(newName) },
        SpendCurrency = { GUID, CURRENCY, 1, SOURCE, made(newName) },
        GetCurrency = { GUID, CURRENCY },
        GetWeeklyEarned = { GUID, CURRENCY },
        GrantUnlock = { GUID, "title", 5, SOURCE, made(newName) },
        HasUnlock = { GUID, "title", 5 },
        GetUnlocks = { GUID, "title" },
        IsLoaded = { GUID },
        GetOnline = {},
        WhenLoaded = { GUID, handler },
    },
    EventBus = {
        RegisterEventType = { made(newName) },
        Subscribe = { "CUSTOM_EVENT", handler, handler, 5 },
        Unsubscribe = { 100000 },
        Publish = { made(function() return { type = "CUSTOM_EVENT", player = GUID, data = { name = "x" } } end) },
        PublishAsync = { made(function() return { type = "CUSTOM_EVENT", player = GUID, data = { name = "x" } } end) },
        PublishBatch = { made(function() return { { type = "CUSTOM_EVENT" } } end) },
        HasEventType = { "CUSTOM_EVENT" },
        GetRecentEvents = { "CUSTOM_EVENT", 5 },
        GetRecentEventsOf = { GUID, 5 },
        ClearHistory = {},
        CurrentType = {},
        SubscribeFor = { "" },
        SetSystemEnabled = { "nobody", true },
        ObserveDemand = { "CUSTOM_EVENT", handler },
        StartProfiling = { made(function() return os.clock end) },
        StopProfiling = {},
        GetStatistics = {},
    },
    SystemRegistry = {
        Register = { made(function() local name = newName() return { GetName = function() return name end } end) },
        Get = { "seasons" },
        List = {},
    },
    Synergy = {
        GetBonusMultiplier = { GUID, "itemupgrade", "cost_reduction_percent" },
        GetBreakdown = { GUID, "itemupgrade", "cost_reduction_percent" },
        RegisterValue = { "spec", made(newName), handler },
        InvalidateValue = { GUID, "spec", "value" },
        List = {},
    },
}

-- What is called: a name for the report, the function that calls it, and what a right call takes.
local functions = {}
local function add(name, call, arguments) functions[#functions + 1] = { name = name, call = call, arguments = arguments } end
for object, methods in pairs(CALLS) do
    for method, arguments in pairs(methods) do
        add(object .. ":" .. method, function(...) DC[object][method](DC[object], ...) end, arguments)
    end
end
for name, emit in pairs(DC.Emit) do
    add("Emit." .. name, function(...) emit(...) end, { GUID, made(function() return {} end) })
end
for _, system in ipairs({ "seasons", "prestige" }) do
    add(system .. ":AddXP", function(...)
        local owner = DC.SystemRegistry:Get(system)
        owner:AddXP(...)
    end, { GUID, 5, SOURCE })
end
for _, member in ipairs({ "type", "player", "data", "timestamp" }) do
    add("Publish with " .. member, function(value)
        DC.EventBus:Publish({ type = "CUSTOM_EVENT", player = GUID, data = { name = "x" }, [member] = value })
    end, { NOTHING })
end
for member in pairs(DC.PlayerProfile:GetProfile(GUID)) do
    add("SaveProfile with " .. member, function(value)
        local profile = DC.PlayerProfile:GetProfile(GUID)
        profile[member] = value
        DC.PlayerProfile:SaveProfile(profile)
    end, { NOTHING })
end
local event
DC.EventBus:Subscribe("CUSTOM_EVENT", function(published) event = event or published end)
DC.EventBus:Publish({ type = "CUSTOM_EVENT", player = GUID, data = { name = "x" } })
add("Event:Get", function(...) event:Get(...) end, { "name", "y" })
add("Event:Set", function(...) event:Set(...) end, { "name", "y" })
-- pairs has an order of its own in each Lua.
table.sort(functions, function(left, right) return left.name < right.name end)

-- All that a refused call must leave as it is.
local function snapshot()
    local parts = {}
    local profile = DC.PlayerProfile:GetProfile(GUID)
    for key, value in pairs(profile) do
        if key ~= "weeklyVaultSlots" then parts[#parts + 1] = key .. "=" .. tostring(value) end
    end
    for id = 1, 5 do parts[#parts + 1] = "c" .. id .. "=" .. DC.PlayerProfile:GetCurrency(GUID, id) end
    for _, kind in ipairs({ "title", "mount", "pet", "transmog", "cosmetic", "ability", "perk" }) do
        parts[#parts + 1] = kind .. "=" .. table.concat(DC.PlayerProfile:GetUnlocks(GUID, kind), ",")
    end
    for _, row in ipairs(DC.EventBus:GetStatistics()) do
        parts[#parts + 1] = row.type .. "=" .. row.published .. "/" .. #row.subscriptions
    end
    parts[#parts + 1] = "systems=" .. #DC.SystemRegistry:List()
    table.sort(parts)
    return table.concat(parts, " ")
end

local function textOf(value)
    local ok, text = pcall(tostring, value)
    return ok and text or "(no text)"
end

local tried, refused, problems = 0, 0, {}
local function attempt(called, arguments, count)
    local before = snapshot()
    local ok, failure = pcall(called.call, unpack(arguments, 1, count))
    tried = tried + 1
    if ok then return end
    refused = refused + 1
    local shown = {}
    for place = 1, count do shown[place] = string.sub(textOf(arguments[place]), 1, 40) end
    local what = called.name .. "(" .. table.concat(shown, ", ") .. "): "
    local text = textOf(failure)
    if not string.find(text, "^run:%d+: ") and not string.find(text, '^%[string "run"%]:%d+: ') then
        problems[#problems + 1] = what .. text
    end
    if snapshot() ~= before then problems[#problems + 1] = what .. "changed something" end
end

local function rightArguments(called)
    local arguments = {}
    for place, value in ipairs(called.arguments) do arguments[place] = valueOf(value) end
    return arguments, #called.arguments
end

-- Each wrong value in each place, the others right.
for _, called in ipairs(functions) do
    for place = 1, #called.arguments do
        for _, wrong in ipairs(WRONG) do
            local arguments, count = rightArguments(called)
            arguments[place] = valueOf(wrong)
            attempt(called, arguments, count)
        end
    end
end
-- Anything anywhere.
for _ = 1, ROUNDS do
    local called = functions[random(#functions)]
    local arguments, count = rightArguments(called)
    for place = 1, count do
        if random(3) > 1 then arguments[place] = valueOf(WRONG[random(#WRONG)]) end
    end
    attempt(called, arguments, count)
end

local covered = {}
for object, methods in pairs(CALLS) do
    for method in pairs(methods) do covered[#covered + 1] = object .. ":" .. method end
end
return tried, refused, table.concat(problems, "\n"), table.concat(covered, " ")
