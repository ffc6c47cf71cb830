-- The document's four tables, with its names and columns, and what the realm and the bridge need to keep them.
-- Runs on MySQL 8.0 and MariaDB 10.6 and later, with ordinary privileges on the database.

-- foreign_at: when somebody other than the bridge changed the row. The bridge writes NULL with every change of its own;
-- any other INSERT or UPDATE leaves the time here, and the bridge brings the row to the realm and clears it.

CREATE TABLE dc_player_profile (
    player_guid INT UNSIGNED PRIMARY KEY,
    account_id INT UNSIGNED NOT NULL DEFAULT 0,
    prestige_level TINYINT UNSIGNED NOT NULL DEFAULT 0,
    prestige_xp INT UNSIGNED NOT NULL DEFAULT 0,
    current_season_id INT UNSIGNED NOT NULL DEFAULT 0,
    season_pass_level TINYINT UNSIGNED NOT NULL DEFAULT 0,
    season_pass_premium BOOLEAN NOT NULL DEFAULT FALSE,
    mythic_rating INT UNSIGNED NOT NULL DEFAULT 0,
    highest_key_completed TINYINT UNSIGNED NOT NULL DEFAULT 0,
    weekly_vault_slot_1 INT UNSIGNED NOT NULL DEFAULT 0,
    weekly_vault_slot_2 INT UNSIGNED NOT NULL DEFAULT 0,
    weekly_vault_slot_3 INT UNSIGNED NOT NULL DEFAULT 0,
    total_items_upgraded INT UNSIGNED NOT NULL DEFAULT 0,
    total_upgrade_tokens INT UNSIGNED NOT NULL DEFAULT 0,
    item_upgrade_capacity INT UNSIGNED NOT NULL DEFAULT 0,
    total_playtime_seconds BIGINT UNSIGNED NOT NULL DEFAULT 0,
    total_logins INT UNSIGNED NOT NULL DEFAULT 0,
    consecutive_daily_logins INT UNSIGNED NOT NULL DEFAULT 0,
    last_login TIMESTAMP NULL DEFAULT NULL,
    last_daily_reset TIMESTAMP NULL DEFAULT NULL,
    total_boss_kills INT UNSIGNED NOT NULL DEFAULT 0,
    total_dungeon_completions INT UNSIGNED NOT NULL DEFAULT 0,
    total_pvp_kills INT UNSIGNED NOT NULL DEFAULT 0,
    foreign_at DATETIME(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    KEY idx_account (account_id),
    KEY idx_foreign (foreign_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE dc_player_unlocks (
    player_guid INT UNSIGNED NOT NULL,
    unlock_type ENUM('title', 'mount', 'pet', 'transmog', 'cosmetic', 'ability', 'perk') NOT NULL,
    unlock_id INT UNSIGNED NOT NULL,
    source_system VARCHAR(50) NOT NULL,
    unlocked_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    foreign_at DATETIME(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    PRIMARY KEY (player_guid, unlock_type, unlock_id),
    KEY idx_foreign (foreign_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE dc_player_currencies (
    player_guid INT UNSIGNED NOT NULL,
    currency_id INT UNSIGNED NOT NULL,
    amount BIGINT UNSIGNED NOT NULL DEFAULT 0,
    total_earned BIGINT UNSIGNED NOT NULL DEFAULT 0,
    total_spent BIGINT UNSIGNED NOT NULL DEFAULT 0,
    last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    foreign_at DATETIME(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    PRIMARY KEY (player_guid, currency_id),
    KEY idx_foreign (foreign_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE dc_system_synergies (
    synergy_id INT UNSIGNED PRIMARY KEY AUTO_INCREMENT,
    synergy_name VARCHAR(100) NOT NULL,
    source_system VARCHAR(50) NOT NULL,
    source_condition TEXT NOT NULL,
    target_system VARCHAR(50) NOT NULL,
    target_effect TEXT NOT NULL,
    enabled BOOLEAN NOT NULL DEFAULT TRUE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO dc_system_synergies (synergy_name, source_system, source_condition, target_system, target_effect) VALUES
('Prestige Upgrade Discount', 'prestige', '{"prestige_level": {"gte": 10}}', 'itemupgrade', '{"cost_reduction_percent": 10}'),
('M+ Hotspot XP', 'mythicplus', '{"key_level": {"gte": 15}}', 'hotspots', '{"xp_bonus_percent": 25}'),
('Season Loot Boost', 'seasons', '{"pass_level": {"gte": 50}}', 'aoeloot', '{"drop_rate_bonus_percent": 15}'),
('Prestige Mythic Bonus', 'prestige', '{"prestige_level": {"gte": 5}}', 'mythicplus', '{"rating_bonus_percent": 5}'),
('High Key Prestige XP', 'mythicplus', '{"key_level": {"gte": 20}}', 'prestige', '{"xp_multiplier": 1.5}');

-- How an unlock is shown to its player. Without a row the addon shows the type's icon and "Title 5".
CREATE TABLE dc_unlock_definitions (
    unlock_type ENUM('title', 'mount', 'pet', 'transmog', 'cosmetic', 'ability', 'perk') NOT NULL,
    unlock_id INT UNSIGNED NOT NULL,
    name VARCHAR(100) NOT NULL,
    icon VARCHAR(200) NOT NULL DEFAULT '',
    PRIMARY KEY (unlock_type, unlock_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO dc_unlock_definitions (unlock_type, unlock_id, name, icon) VALUES
('title', 1001, 'Veteran', 'Interface\\Icons\\Achievement_Level_80'),
('mount', 1001, 'Prestige Mount', 'Interface\\Icons\\Ability_Mount_Charger'),
('cosmetic', 1001, 'Legendary Aura', 'Interface\\Icons\\Spell_Holy_HolyGuidance');

-- One start of the realm's Lua (server start or script reload). Its operations are numbered 1, 2, 3, ...
CREATE TABLE dc_boot (
    boot_id INT UNSIGNED PRIMARY KEY AUTO_INCREMENT,
    realm_id INT UNSIGNED NOT NULL,
    -- Random text by which the realm finds the row that it has just inserted.
    token VARCHAR(64) NOT NULL,
    engine VARCHAR(40) NOT NULL,
    version VARCHAR(20) NOT NULL,
    started_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- The realm says every few seconds that it is there.
    seen_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- Every operation up to this sequence number is in the tables and the ledger.
    acknowledged BIGINT UNSIGNED NOT NULL DEFAULT 0,
    -- A later boot of the same realm has begun: what is missing in the queue will not come any more.
    superseded BOOLEAN NOT NULL DEFAULT FALSE,
    UNIQUE KEY uk_token (token),
    KEY idx_realm (realm_id, boot_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The queue from the realm: operations that the tables do not hold yet. A row leaves in the transaction that applies it.
CREATE TABLE dc_journal (
    boot_id INT UNSIGNED NOT NULL,
    sequence BIGINT UNSIGNED NOT NULL,
    player_guid INT UNSIGNED NOT NULL,
    account_id INT UNSIGNED NOT NULL,
    kind ENUM('add', 'set', 'earn', 'spend', 'unlock', 'delete') NOT NULL,
    subject VARCHAR(32) NOT NULL,
    subject_id INT UNSIGNED NOT NULL,
    amount BIGINT NOT NULL,
    source VARCHAR(50) NOT NULL,
    cause VARCHAR(50) NOT NULL,
    -- Unix seconds of the realm's clock.
    happened_at BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (boot_id, sequence),
    KEY idx_player (player_guid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Who got what, when, from which system, caused by which event.
CREATE TABLE dc_ledger (
    boot_id INT UNSIGNED NOT NULL,
    sequence BIGINT UNSIGNED NOT NULL,
    player_guid INT UNSIGNED NOT NULL,
    kind ENUM('add', 'set', 'earn', 'spend', 'unlock', 'delete') NOT NULL,
    subject VARCHAR(32) NOT NULL,
    subject_id INT UNSIGNED NOT NULL,
    amount BIGINT NOT NULL,
    -- What the operation really changed: less than amount where a value reached the end of its range.
    applied BIGINT NOT NULL,
    source VARCHAR(50) NOT NULL,
    cause VARCHAR(50) NOT NULL,
    happened_at TIMESTAMP NOT NULL,
    PRIMARY KEY (boot_id, sequence),
    KEY idx_player (player_guid, happened_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The queue to the realm. The realm deletes a row when it has done what it says; doing it twice is harmless.
CREATE TABLE dc_outbox (
    outbox_id BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT,
    realm_id INT UNSIGNED NOT NULL,
    -- player_changed: read this player again. everyone_changed: read every online player again.
    kind ENUM('player_changed', 'everyone_changed') NOT NULL,
    player_guid INT UNSIGNED NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    KEY idx_realm (realm_id, outbox_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Who is online, for the bridge's watch over deleted rows and for admins.
CREATE TABLE dc_session (
    player_guid INT UNSIGNED PRIMARY KEY,
    boot_id INT UNSIGNED NOT NULL,
    account_id INT UNSIGNED NOT NULL,
    since TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    KEY idx_boot (boot_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
