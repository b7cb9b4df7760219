"""What a release of sitegen is made of: its locks, its licences, its bill of materials. No part of the package."""
