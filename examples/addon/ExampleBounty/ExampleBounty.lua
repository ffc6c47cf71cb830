-- The other end of examples/realm/dc_example_bounty.lua. AIO gives handlers the player's name first, then what was sent.

AIO.AddHandlers("ExampleBounty", {
  Paid = function(_, bosses, tokens)
    DCNotification:Create():SetTitle("Bounty"):SetText("Boss " .. bosses .. " today: " .. tokens .. " tokens"):Show()
  end,
})
