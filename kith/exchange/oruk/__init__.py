"""ORUK: Open Referral UK, a profile of HSDS."""
