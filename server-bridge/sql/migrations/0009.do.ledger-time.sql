-- Where explicit_defaults_for_timestamp is off, as it was before MariaDB 10.10, the first TIMESTAMP of a table that says
-- nothing of a default takes the time of every UPDATE of its row. When something happened does not change.
ALTER TABLE dc_ledger MODIFY happened_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP;
