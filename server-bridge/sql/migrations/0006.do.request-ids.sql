-- The name of a request is exact: 'order-aB' and 'order-Ab' are two requests. The queue is asked for it as often as the ledger.
ALTER TABLE dc_journal
    MODIFY request_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL DEFAULT NULL,
    ADD KEY idx_request (request_id);
ALTER TABLE dc_ledger
    MODIFY request_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL DEFAULT NULL;
ALTER TABLE dc_journal_rejected
    MODIFY request_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL DEFAULT NULL;
