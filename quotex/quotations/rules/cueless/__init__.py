"""Quoted sentences that no verb, noun or colon gives to anybody."""
