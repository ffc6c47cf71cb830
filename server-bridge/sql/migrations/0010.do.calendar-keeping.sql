-- The season that started last in the realm, 0 for none: until it has ended, no other starts.
-- By what settings of a bridge the realm's days and weeks are kept: bridges with others leave them alone.
ALTER TABLE dc_calendar
    ADD COLUMN last_season_id INT UNSIGNED NOT NULL DEFAULT 0,
    ADD COLUMN reset_rules VARCHAR(100) NOT NULL DEFAULT '';

UPDATE dc_calendar calendar SET last_season_id = IF(season_id <> 0, season_id, COALESCE((
    SELECT occasion FROM dc_calendar_events
    WHERE realm_id = calendar.realm_id AND kind = 'season_start' ORDER BY happened_at DESC, occasion DESC LIMIT 1), 0));

ALTER TABLE dc_bridge ADD COLUMN reset_rules VARCHAR(100) NOT NULL DEFAULT '';
