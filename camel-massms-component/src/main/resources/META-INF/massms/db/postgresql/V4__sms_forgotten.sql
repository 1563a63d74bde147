-- What the provider took and then knew nothing of. It is looked for again and again, among all that was taken.
CREATE INDEX IF NOT EXISTS sms_message_forgotten ON sms_message (account, created) WHERE stage = 'TAKEN' AND state = 'UNKNOWN';
