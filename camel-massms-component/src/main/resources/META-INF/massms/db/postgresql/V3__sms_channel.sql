-- By which channel a message went. Of those that went by mail the provider names nothing but the recipient: only they are in the index.
ALTER TABLE sms_message ADD COLUMN IF NOT EXISTS channel text;
CREATE INDEX IF NOT EXISTS sms_message_mailed ON sms_message (recipient) WHERE channel = 'smtp' AND stage <> 'FINISHED';
