-- Whether the creature's death completes the dungeon, as it does in every row so far. With 0 it is a boss and no more.
ALTER TABLE dc_dungeon_bosses ADD COLUMN completes_dungeon BOOLEAN NOT NULL DEFAULT TRUE;
