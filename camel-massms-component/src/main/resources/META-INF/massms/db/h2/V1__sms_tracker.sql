-- Every message submitted, from its intent to its last report. recipient is personal data; texts are never stored.
CREATE TABLE IF NOT EXISTS sms_message (
    id UUID PRIMARY KEY,
    account VARCHAR NOT NULL,
    provider VARCHAR NOT NULL,
    recipient VARCHAR NOT NULL,
    client_id VARCHAR,
    idempotency_key UUID,
    part SMALLINT NOT NULL,
    parts SMALLINT NOT NULL,
    text_hash UUID,
    owner UUID NOT NULL,
    stage VARCHAR NOT NULL,
    state VARCHAR,
    provider_message_id VARCHAR,
    error VARCHAR,
    provider_code VARCHAR,
    provider_text VARCHAR,
    reason VARCHAR,
    note VARCHAR,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    updated TIMESTAMP WITH TIME ZONE NOT NULL,
    next_check TIMESTAMP WITH TIME ZONE
);

CREATE UNIQUE INDEX IF NOT EXISTS sms_message_key ON sms_message (idempotency_key);
CREATE INDEX IF NOT EXISTS sms_message_provider_id ON sms_message (provider_message_id);
CREATE INDEX IF NOT EXISTS sms_message_client_id ON sms_message (client_id);
CREATE INDEX IF NOT EXISTS sms_message_due ON sms_message (account, next_check);
CREATE INDEX IF NOT EXISTS sms_message_open ON sms_message (account, stage, created);

-- the processes that send: what one has in flight is uncertain once its lease has ended
CREATE TABLE IF NOT EXISTS sms_owner (
    id UUID PRIMARY KEY,
    lease_until TIMESTAMP WITH TIME ZONE NOT NULL
);

-- reports that came before the answer which tells whose they are
CREATE TABLE IF NOT EXISTS sms_orphan_report (
    account VARCHAR NOT NULL,
    provider_message_id VARCHAR NOT NULL,
    provider VARCHAR,
    state VARCHAR NOT NULL,
    error VARCHAR,
    provider_code VARCHAR,
    provider_text VARCHAR,
    reported TIMESTAMP WITH TIME ZONE,
    received TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (provider_message_id, account)
);
