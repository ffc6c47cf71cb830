-- Operations that no bridge could apply: an unknown stat, or a kind that only a newer version knows. The queue goes on
-- without them. Moved back into dc_journal (see docs/bridge.md) they are tried again.
CREATE TABLE IF NOT EXISTS dc_journal_rejected (
    boot_id INT UNSIGNED NOT NULL,
    sequence BIGINT UNSIGNED NOT NULL,
    player_guid INT UNSIGNED NOT NULL,
    account_id INT UNSIGNED NOT NULL,
    kind VARCHAR(16) NOT NULL,
    subject VARCHAR(32) NOT NULL,
    subject_id INT UNSIGNED NOT NULL,
    amount BIGINT NOT NULL,
    source VARCHAR(50) NOT NULL,
    cause VARCHAR(50) NOT NULL,
    happened_at BIGINT UNSIGNED NOT NULL,
    reason VARCHAR(200) NOT NULL,
    rejected_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (boot_id, sequence)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
