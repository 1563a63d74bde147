CREATE TABLE IF NOT EXISTS payment (
    id UUID DEFAULT RANDOM_UUID() PRIMARY KEY,
    amount DECIMAL(12, 2) NOT NULL CHECK (amount > 0)
);

-- one row, one message, one recipient; the id never comes again, not even after a restore: it is what makes a message unique
CREATE TABLE IF NOT EXISTS outbox (
    id UUID DEFAULT RANDOM_UUID() PRIMARY KEY,
    phone VARCHAR(32) NOT NULL CHECK (phone NOT LIKE '%,%'),
    text VARCHAR(1000) NOT NULL,
    state VARCHAR(9) DEFAULT 'NEW' NOT NULL CHECK (state IN ('NEW', 'SENT', 'REJECTED', 'UNCERTAIN')),
    provider_id VARCHAR(100),
    error VARCHAR(40),
    created TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    -- a NEW row is left alone until then: because somebody claimed it, or because a try failed
    due TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE INDEX IF NOT EXISTS outbox_due ON outbox (state, due);
