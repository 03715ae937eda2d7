"""The official tables, recognised in grids of cells however they were printed."""
