-- TrinityCore and cMaNGOS let Ingvar rise again as another creature, as which he dies; AzerothCore leaves him the one that 0003
-- brought. A row that an admin has added already stays as it is.
INSERT IGNORE INTO dc_dungeon_bosses (map_id, creature_entry, dungeon_name) VALUES (574, 23980, 'Utgarde Keep');

-- The number and this time name a request of the inbox in the ledger: emptied by TRUNCATE, the table gives numbers out again.
ALTER TABLE dc_inbox MODIFY created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);
