// The design document's DCEventBus.cpp as it stands there, with the constructor that it leaves out.
#include "event-bus.h"
#include <algorithm>

namespace DC
{

EventBus::EventBus() = default;

EventBus* EventBus::instance()
{
    static EventBus instance;
    return &instance;
}

uint32 EventBus::Subscribe(EventType type, EventHandler handler, int priority)
{
    return Subscribe(type, handler, nullptr, priority);
}

uint32 EventBus::Subscribe(EventType type, EventHandler handler, 
    EventFilter filter, int priority)
{
    std::lock_guard<std::mutex> lock(_mutex);
    
    uint32 id = _nextSubscriptionId++;
    
    _subscriptions[type].push_back({
        .id = id,
        .type = type,
        .handler = handler,
        .filter = filter,
        .priority = priority
    });
    
    // Sort by priority (higher first)
    std::sort(_subscriptions[type].begin(), _subscriptions[type].end(),
        [](const auto& a, const auto& b) { return a.priority > b.priority; });
    
    return id;
}

void EventBus::Publish(const Event& event)
{
    std::vector<Subscription> handlers;
    
    {
        std::lock_guard<std::mutex> lock(_mutex);
        
        // Store in history
        _eventHistory.push_back(event);
        if (_eventHistory.size() > 1000)
            _eventHistory.pop_front();
        
        // Get handlers
        auto it = _subscriptions.find(event.type);
        if (it != _subscriptions.end())
            handlers = it->second;
    }
    
    // Execute handlers outside lock
    for (const auto& sub : handlers)
    {
        if (!sub.filter || sub.filter(event))
        {
            try
            {
                sub.handler(event);
            }
            catch (const std::exception& e)
            {
                LOG_ERROR("dc.eventbus", "Handler error for event {}: {}", 
                    static_cast<int>(event.type), e.what());
            }
        }
    }
}

} // namespace DC
