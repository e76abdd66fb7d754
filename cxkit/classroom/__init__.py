"""The Voila application: sign-in, the guard, kernels and their owners, home and chapter pages."""
