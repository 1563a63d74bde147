-- What stays NEW is tried again in half a minute.
UPDATE outbox
SET state = :#state, provider_id = :#providerId, error = :#error, due = CURRENT_TIMESTAMP + INTERVAL '30' SECOND
WHERE id = CAST(:#id AS UUID) AND state = 'NEW'
