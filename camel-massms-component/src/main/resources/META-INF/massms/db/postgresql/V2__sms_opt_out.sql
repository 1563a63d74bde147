-- Numbers that must not be written to. They are personal data, kept because their owners asked for it.
CREATE TABLE IF NOT EXISTS sms_opt_out (
    number text PRIMARY KEY,
    reason text NOT NULL,
    added TIMESTAMP WITH TIME ZONE NOT NULL
);
