package planted;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

@Service
public class ServiceWithBadHabits {

    String today() throws Exception {
        return new ObjectMapper().writeValueAsString(LocalDate.now().toString());
    }
}
