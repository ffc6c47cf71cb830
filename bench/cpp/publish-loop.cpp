// publish-loop <publishes>: prints the seconds that it took to build and publish the events, as built-events-loop.lua does.
#include "event-bus.h"
#include <cstdio>
#include <cstdlib>

namespace
{

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void publish(uint32 count)
{
    for (uint32 i = 1; i <= count; ++i)
    {
        DC::Event event;
        event.type = DC::EventType::BOSS_KILL;
        event.player = ObjectGuid{i};
        event.Set<uint32>("creature_entry", i % 1000);
        event.Set<uint32>("map_id", 533);
        event.Set<bool>("raid_boss", true);
        event.timestamp = std::time(nullptr);
        sEventBus->Publish(event);
    }
}

} // namespace

int main(int, char** arguments)
{
    uint32 const publishes = static_cast<uint32>(std::atol(arguments[1]));
    std::uint64_t sum = 0;
    for (int i = 0; i < 5; ++i)
    {
        sEventBus->Subscribe(DC::EventType::BOSS_KILL, [&sum](DC::Event const& event)
        {
            sum += event.Get<uint32>("creature_entry") + event.Get<uint32>("map_id") + event.Get<bool>("raid_boss");
        });
    }
    publish(1000);
    double const started = cpuSeconds();
    publish(publishes);
    std::printf("%.6f %llu\n", cpuSeconds() - started, static_cast<unsigned long long>(sum));
}
