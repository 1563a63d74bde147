update appointment set reminder = :#${exchangeProperty.reminder}, reason = :#${exchangeProperty.reason} where id = :#${exchangeProperty.appointment}
