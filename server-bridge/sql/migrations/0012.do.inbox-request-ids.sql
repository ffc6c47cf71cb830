-- A program that does not know whether its request arrived inserts it again: the same source and request_id are one request.
-- request_id holds one character more than the name of a request may have: a name that a server without strict mode has cut is
-- then still too long, and does not pass for another one.
ALTER TABLE dc_inbox
    MODIFY status ENUM('new', 'taken', 'done', 'refused', 'repeated') NOT NULL DEFAULT 'new',
    ADD COLUMN request_id VARCHAR(65) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL DEFAULT NULL,
    ADD KEY idx_request (request_id);

-- Queue and ledger call such a request by its source, a space, and its name: 50 + 1 + 64 characters.
ALTER TABLE dc_journal
    MODIFY request_id VARCHAR(115) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL DEFAULT NULL;
ALTER TABLE dc_ledger
    MODIFY request_id VARCHAR(115) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL DEFAULT NULL;
ALTER TABLE dc_journal_rejected
    MODIFY request_id VARCHAR(115) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL DEFAULT NULL;

-- Events that were published for such requests: they change nothing themselves, and so no ledger tells of them. Rows stay, or an
-- event would be published again.
CREATE TABLE dc_inbox_events (
    request_id VARCHAR(115) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PRIMARY KEY,
    name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    player_guid INT UNSIGNED NOT NULL,
    -- CRC-32 of the payload: the same name with another payload is another request.
    payload_checksum INT UNSIGNED NOT NULL,
    -- The start of the realm's Lua that has published it.
    boot_id INT UNSIGNED NOT NULL,
    published_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
