-- For the generated Lua: every global that it touches is on record here, so that a new one is a decision.
-- What each host really has is held by test/conformance; here it is about slips.

std = "min" -- what all Lua versions share
ignore = {
    "61.", -- white space is the printer's
    "631", -- and so are line lengths
    "21[123]", -- unused arguments and loop variables: TypeScriptToLua names what the TypeScript names
    "311/value", -- of the bundler's require
    "423/____.*", -- nested loops reuse the placeholder
    "581", -- not (x ~= y) says what the TypeScript says
}

files["dist/Interface"] = {
    std = "lua51",
    globals = {
        "DCIntegration", "DCEventBus", "DCNotification", "DCIntegrationDB", "SLASH_DCINTEGRATION1", "SlashCmdList",
    },
    read_globals = {
    "AIO", "CreateFrame", "DEFAULT_CHAT_FRAME",
    "GetAddOnMetadata", "GetLocale", "GetTime", "InterfaceOptionsFrame_OpenToCategory",
    "InterfaceOptions_AddCategory", "IsLoggedIn", "LibStub", "PlaySound", "UIParent", "format",
    "geterrorhandler", "strlower", "strtrim", "time", "wipe",
    },
}

files["dist/lua_scripts"] = {
    std = "max", -- one of `unpack` and `table.unpack` is there
    globals = { "DC" },
    read_globals = {
    "AIO", "CharDBExecute", "CharDBQuery", "CreateLuaEvent", "GetCoreName", "GetLuaEngine", "GetPlayerByGUID",
    "GetPlayerByName", "GetPlayerGUID", "GetPlayersInWorld", "GetPlayersOnMap", "GetQuest", "GetRealmID",
    "GetStateMapId", "IsCompatibilityMode", "PrintError", "PrintInfo", "RegisterPlayerEvent",
    "RegisterServerEvent", "RegisterSpellEvent", "RunCommand",
    },
}
