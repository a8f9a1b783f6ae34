"""What filmkb takes in time and memory: `make bench` measures it and writes `docs/benchmarks.md`."""
