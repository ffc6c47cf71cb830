-- What an admin edits while the world runs, what the bridge knows of the time, and the door for other programs.
-- The bridge looks at the tables of the first part every half second, says in its log what is wrong with a row, and tells
-- the realms to read them again.

-- Amounts and ids of the integrations. The bridge adds the rows with their defaults; change `value` only.
CREATE TABLE dc_settings (
    name VARCHAR(64) PRIMARY KEY,
    value VARCHAR(64) NOT NULL,
    default_value VARCHAR(64) NOT NULL,
    minimum VARCHAR(32) NOT NULL,
    maximum VARCHAR(32) NOT NULL,
    unit VARCHAR(32) NOT NULL,
    description VARCHAR(255) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- How a currency is called, and how much of it a player can earn from one weekly reset to the next (0: no cap).
CREATE TABLE dc_currency_definitions (
    currency_id INT UNSIGNED PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    icon VARCHAR(200) NOT NULL DEFAULT '',
    weekly_cap BIGINT UNSIGNED NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO dc_currency_definitions (currency_id, name, icon) VALUES
(1, 'Season Experience', 'Interface\\Icons\\Spell_Holy_BorrowedTime'),
(2, 'Upgrade Token', 'Interface\\Icons\\INV_Misc_Coin_01');

-- A season runs from starts_at to ends_at. Seasons must not overlap.
CREATE TABLE dc_seasons (
    season_id INT UNSIGNED PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    starts_at TIMESTAMP NULL DEFAULT NULL,
    ends_at TIMESTAMP NULL DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The boss whose death completes a dungeon, by map and by what counts as its last boss on normal and heroic.
CREATE TABLE dc_dungeon_bosses (
    map_id INT UNSIGNED NOT NULL,
    creature_entry INT UNSIGNED NOT NULL,
    dungeon_name VARCHAR(50) NOT NULL,
    PRIMARY KEY (map_id, creature_entry)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO dc_dungeon_bosses (map_id, creature_entry, dungeon_name) VALUES
(574, 23954, 'Utgarde Keep'),
(575, 26861, 'Utgarde Pinnacle'),
(576, 26723, 'The Nexus'),
(578, 27656, 'The Oculus'),
(595, 26533, 'The Culling of Stratholme'),
(599, 27978, 'Halls of Stone'),
(600, 26632, 'Drak''Tharon Keep'),
(601, 29120, 'Azjol-Nerub'),
(602, 28923, 'Halls of Lightning'),
(604, 29306, 'Gundrak'),
(608, 31134, 'The Violet Hold'),
(619, 29311, 'Ahn''kahet'),
(650, 35451, 'Trial of the Champion'),
(632, 36502, 'The Forge of Souls'),
(658, 36658, 'Pit of Saron'),
(668, 36954, 'Halls of Reflection');

-- When the realm's day and week began and end, in the realm's time zone. Kept by the bridge; Unix seconds.
CREATE TABLE dc_calendar (
    realm_id INT UNSIGNED PRIMARY KEY,
    previous_daily_reset BIGINT UNSIGNED NOT NULL,
    daily_reset BIGINT UNSIGNED NOT NULL,
    next_daily_reset BIGINT UNSIGNED NOT NULL,
    weekly_reset BIGINT UNSIGNED NOT NULL,
    season_id INT UNSIGNED NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Every reset and season start or end that has happened: its row makes it happen once, however many bridges run.
CREATE TABLE dc_calendar_events (
    realm_id INT UNSIGNED NOT NULL,
    kind ENUM('daily_reset', 'weekly_reset', 'season_start', 'season_end') NOT NULL,
    -- Unix seconds of the reset, or the season's id.
    occasion BIGINT UNSIGNED NOT NULL,
    happened_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (realm_id, kind, occasion)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- config_changed: read the table named by `subject` again. The others are the events of the calendar; `amount` is the season.
ALTER TABLE dc_outbox
    MODIFY kind ENUM('player_changed', 'everyone_changed', 'config_changed', 'daily_reset', 'weekly_reset',
        'season_start', 'season_end') NOT NULL,
    ADD COLUMN subject VARCHAR(64) NOT NULL DEFAULT '',
    ADD COLUMN amount BIGINT UNSIGNED NOT NULL DEFAULT 0;

-- Names a request of another program or script, so that a repeated one is recognised and not applied again.
ALTER TABLE dc_journal ADD COLUMN request_id VARCHAR(64) NULL DEFAULT NULL;
ALTER TABLE dc_ledger ADD COLUMN request_id VARCHAR(64) NULL DEFAULT NULL, ADD KEY idx_request (request_id);
ALTER TABLE dc_journal_rejected ADD COLUMN request_id VARCHAR(64) NULL DEFAULT NULL;

-- Events and grants from other programs (a C++ module, a web shop). Insert a row and read its status later.
CREATE TABLE dc_inbox (
    inbox_id BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT,
    realm_id INT UNSIGNED NOT NULL DEFAULT 1,
    -- event: publish `name` with `payload`. add, set: the stat `name`. earn, spend: the currency `subject_id`.
    -- unlock: the type `name` with the id `subject_id`.
    kind ENUM('event', 'add', 'set', 'earn', 'spend', 'unlock') NOT NULL,
    player_guid INT UNSIGNED NOT NULL DEFAULT 0,
    name VARCHAR(64) NOT NULL DEFAULT '',
    subject_id INT UNSIGNED NOT NULL DEFAULT 0,
    amount BIGINT NOT NULL DEFAULT 0,
    -- The system that asks, for the ledger.
    source VARCHAR(50) NOT NULL DEFAULT 'inbox',
    -- A JSON object of numbers, texts and truth values: the event's data.
    payload TEXT NULL,
    -- The answer. taken: a realm is working on it.
    status ENUM('new', 'taken', 'done', 'refused') NOT NULL DEFAULT 'new',
    reason VARCHAR(200) NOT NULL DEFAULT '',
    boot_id INT UNSIGNED NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    KEY idx_work (realm_id, status, inbox_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
