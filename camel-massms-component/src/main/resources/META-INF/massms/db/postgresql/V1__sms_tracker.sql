-- Every message submitted, from its intent to its last report. recipient is personal data; texts are never stored.
CREATE TABLE IF NOT EXISTS sms_message (
    id uuid PRIMARY KEY,
    account text NOT NULL,
    provider text NOT NULL,
    recipient text NOT NULL,
    client_id text,
    idempotency_key uuid,
    part SMALLINT NOT NULL,
    parts SMALLINT NOT NULL,
    text_hash uuid,
    owner uuid NOT NULL,
    stage text NOT NULL,
    state text,
    provider_message_id text,
    error text,
    provider_code text,
    provider_text text,
    reason text,
    note text,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    updated TIMESTAMP WITH TIME ZONE NOT NULL,
    next_check TIMESTAMP WITH TIME ZONE
);

-- the partial indexes hold only what is looked for: what is idempotent, open, or to be asked for
CREATE UNIQUE INDEX IF NOT EXISTS sms_message_key ON sms_message (idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX IF NOT EXISTS sms_message_provider_id ON sms_message (provider_message_id) WHERE provider_message_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS sms_message_client_id ON sms_message (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS sms_message_due ON sms_message (account, next_check) WHERE next_check IS NOT NULL;
CREATE INDEX IF NOT EXISTS sms_message_open ON sms_message (account, created) WHERE stage IN ('IN_FLIGHT', 'UNCERTAIN');

-- the processes that send: what one has in flight is uncertain once its lease has ended
CREATE TABLE IF NOT EXISTS sms_owner (
    id uuid PRIMARY KEY,
    lease_until TIMESTAMP WITH TIME ZONE NOT NULL
);

-- reports that came before the answer which tells whose they are
CREATE TABLE IF NOT EXISTS sms_orphan_report (
    account text NOT NULL,
    provider_message_id text NOT NULL,
    provider text,
    state text NOT NULL,
    error text,
    provider_code text,
    provider_text text,
    reported TIMESTAMP WITH TIME ZONE,
    received TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (provider_message_id, account)
);
