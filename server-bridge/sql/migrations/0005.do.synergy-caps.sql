-- The range that the bonus of one target system and effect type is kept in, whatever its synergies add up to.
CREATE TABLE dc_synergy_caps (
    target_system VARCHAR(50) NOT NULL,
    effect_type VARCHAR(64) NOT NULL,
    -- Multipliers: 1.5 is half as much again. The bonus without any synergy is 1.
    minimum DECIMAL(14, 4) NOT NULL DEFAULT 0,
    maximum DECIMAL(14, 4) NOT NULL DEFAULT 1000000000,
    PRIMARY KEY (target_system, effect_type)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
