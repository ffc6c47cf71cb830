-- What somebody would write by hand who wants no more than the bus promises: handlers by type in order of priority, a filter,
-- every handler in a pcall of its own, and the last 1,000 events in a ring. The events stay the plain tables that they are: no
-- time, no defaults, no Get and Set.
local channels = {}
local ring, nextSlot = {}, 1

local bus = {}

function bus:Subscribe(eventType, handler, filter)
    channels[eventType] = channels[eventType] or {}
    local list = channels[eventType]
    list[#list + 1] = { handler = handler, filter = filter }
end

function bus:Publish(event)
    ring[nextSlot] = event
    nextSlot = nextSlot % 1000 + 1
    local list = channels[event.type]
    if not list then return end
    for i = 1, #list do
        local subscription = list[i]
        if not subscription.filter or subscription.filter(event) then
            local ok, failure = pcall(subscription.handler, event)
            if not ok then print(failure) end
        end
    end
end

return { bus = bus }
