UPDATE outbox SET state = 'NEW', due = CURRENT_TIMESTAMP
WHERE id = CAST(:#${header.CamelSmsClientId} AS UUID) AND state = 'UNCERTAIN'
