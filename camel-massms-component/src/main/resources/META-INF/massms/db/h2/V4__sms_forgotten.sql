-- What the provider took and then knew nothing of: it is looked for again and again, among all that was taken. The index answers what
-- sms_message_open was asked, too, and takes its place: H2 has no indexes of some rows only, and each costs every message.
CREATE INDEX IF NOT EXISTS sms_message_forgotten ON sms_message (account, stage, state, created);
DROP INDEX IF EXISTS sms_message_open;
