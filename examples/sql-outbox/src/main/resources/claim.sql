-- Finds and claims in one statement: no two processes get the same row, and the rows of one that died are due again.
-- The columns have the names of a message's fields.
SELECT CAST(id AS VARCHAR) AS clientId, phone AS "to", text
FROM FINAL TABLE (
    UPDATE outbox SET due = CURRENT_TIMESTAMP + INTERVAL '2' MINUTE
    WHERE state = 'NEW' AND due <= CURRENT_TIMESTAMP AND id IN (
        SELECT id FROM outbox WHERE state = 'NEW' AND due <= CURRENT_TIMESTAMP
        ORDER BY created FETCH FIRST 100 ROWS ONLY))
ORDER BY created
