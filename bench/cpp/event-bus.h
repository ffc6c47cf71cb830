// The design document's EventBus as it stands there, with the headers that it forgets and the least of what it takes from a core.
#pragma once

#include <any>
#include <cstdint>
#include <ctime>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

using uint32 = std::uint32_t;

// 64 bits, as in AzerothCore and TrinityCore.
struct ObjectGuid
{
    std::uint64_t raw = 0;
};

#define LOG_ERROR(...) ((void)0)

namespace DC
{

enum class EventType
{
    // Player Events
    PLAYER_LOGIN,
    PLAYER_LOGOUT,
    PLAYER_LEVEL_UP,
    PLAYER_DEATH,
    PLAYER_RESURRECTION,
    
    // Combat Events
    CREATURE_KILL,
    BOSS_KILL,
    PVP_KILL,
    DAMAGE_DEALT,
    HEALING_DONE,
    
    // Dungeon Events
    DUNGEON_ENTER,
    DUNGEON_COMPLETE,
    DUNGEON_WIPE,
    
    // Mythic+ Events
    MYTHIC_RUN_START,
    MYTHIC_RUN_COMPLETE,
    MYTHIC_RUN_FAIL,
    MYTHIC_AFFIX_TRIGGER,
    KEYSTONE_UPGRADE,
    
    // Season Events
    SEASON_START,
    SEASON_END,
    SEASON_RANK_CHANGE,
    
    // ItemUpgrade Events
    ITEM_UPGRADED,
    ITEM_UPGRADE_FAILED,
    
    // Prestige Events
    PRESTIGE_LEVEL_UP,
    PRESTIGE_TALENT_LEARNED,
    
    // Hotspot Events
    HOTSPOT_ENTER,
    HOTSPOT_EXIT,
    HOTSPOT_XP_GAINED,
    
    // Loot Events
    LOOT_COLLECTED,
    RARE_LOOT_DROPPED,
    
    // Quest Events
    QUEST_COMPLETE,
    QUEST_CHAIN_COMPLETE,
    DAILY_RESET,
    WEEKLY_RESET,
    
    // Economy Events
    CURRENCY_GAINED,
    CURRENCY_SPENT,
    
    // Custom Events
    CUSTOM_EVENT
};

struct Event
{
    EventType type;
    ObjectGuid player;
    std::unordered_map<std::string, std::any> data;
    time_t timestamp;
    
    template<typename T>
    T Get(const std::string& key, T defaultValue = T{}) const
    {
        auto it = data.find(key);
        if (it != data.end())
        {
            try { return std::any_cast<T>(it->second); }
            catch (...) { return defaultValue; }
        }
        return defaultValue;
    }
    
    template<typename T>
    void Set(const std::string& key, T value)
    {
        data[key] = std::make_any<T>(value);
    }
};

using EventHandler = std::function<void(const Event&)>;
using EventFilter = std::function<bool(const Event&)>;

class EventBus
{
public:
    static EventBus* instance();
    
    // Subscribe to events
    uint32 Subscribe(EventType type, EventHandler handler, int priority = 0);
    uint32 Subscribe(EventType type, EventHandler handler, EventFilter filter, int priority = 0);
    void Unsubscribe(uint32 subscriptionId);
    
    // Publish events
    void Publish(const Event& event);
    void PublishAsync(const Event& event);
    
    // Batch operations
    void PublishBatch(const std::vector<Event>& events);
    
    // Event history (for debugging/analytics)
    std::vector<Event> GetRecentEvents(EventType type, uint32 count = 10);
    void ClearHistory();

private:
    EventBus();
    
    struct Subscription
    {
        uint32 id;
        EventType type;
        EventHandler handler;
        EventFilter filter;
        int priority;
    };
    
    std::unordered_map<EventType, std::vector<Subscription>> _subscriptions;
    std::deque<Event> _eventHistory;
    uint32 _nextSubscriptionId = 1;
    std::mutex _mutex;
};

#define sEventBus DC::EventBus::instance()

} // namespace DC
