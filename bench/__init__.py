"""What pages cost, beside the budgets: `make bench`."""
