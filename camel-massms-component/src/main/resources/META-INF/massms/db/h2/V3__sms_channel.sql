-- By which channel a message went. Of those that went by mail the provider names nothing but the recipient.
ALTER TABLE sms_message ADD COLUMN IF NOT EXISTS channel VARCHAR;
CREATE INDEX IF NOT EXISTS sms_message_recipient ON sms_message (recipient, channel);
