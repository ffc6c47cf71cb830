-- `.dci doctor` says how many milliseconds ago a bridge was seen.
ALTER TABLE dc_bridge
    MODIFY seen_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3);
