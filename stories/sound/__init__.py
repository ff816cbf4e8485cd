"""The few shapes a recording comes in, each taken apart and put together again with nothing but its sound."""
