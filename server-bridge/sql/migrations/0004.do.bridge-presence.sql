-- Which bridges are at work. Each says every few seconds that it is there; rows older than a day are deleted.
CREATE TABLE dc_bridge (
    -- Host, process and a random number: names one start of one bridge.
    bridge_id VARCHAR(64) PRIMARY KEY,
    version VARCHAR(20) NOT NULL,
    started_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    seen_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    KEY idx_seen (seen_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
